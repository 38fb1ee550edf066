// Visits the playground's page as a person does, and says as JSON what was to be seen.
// node visit.mjs PORT NAME WIDTH HEIGHT BROWSER PICTURE
import { chromium } from "playwright-core";

const [port, name, width, height, executablePath, picture] = process.argv.slice(2);
const patience = 20_000;
const problems = [];

const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
try {
  const narrow = Number(width) < 600;
  const page = await browser.newPage({
    viewport: { width: Number(width), height: Number(height) },
    colorScheme: narrow ? "dark" : "light",
  });
  page.setDefaultTimeout(patience);
  page.on("console", (line) => line.type() === "error" && problems.push(line.text()));
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("requestfailed", (request) => problems.push(`${request.url()} failed`));
  page.on("request", (request) => {
    if (new URL(request.url()).host !== `127.0.0.1:${port}`) problems.push(`asks ${request.url()}`);
  });
  await page.goto(`http://127.0.0.1:${port}/`);

  // The narrow one by keyboard alone.
  const press = (button) => (narrow ? button.press("Enter") : button.click());
  const entry = (lane) => page.locator(`.lane.${lane} li`, { hasText: name });
  await press(page.getByRole("button", { name: `Connect: ${name}` }));
  await entry("deny").waitFor();
  await press(page.locator("#chat").getByRole("button", { name: "It's me" }).last());
  await entry("permit").waitFor();
  await entry("deny").waitFor({ state: "detached" });
  const said = page.locator("#chat .bubble", { hasText: "Allowed since" }).last();
  await said.waitFor();
  const seen = {
    moved: (await entry("deny").count()) === 0 ? "permit" : "both",
    said: await said.textContent(),
    overflow: await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  };
  await page.screenshot({ path: picture, fullPage: true });
  await press(page.getByRole("button", { name: `Hang up: ${name}` }));
  await page.getByRole("button", { name: `Connect: ${name}` }).waitFor();
  await entry("permit").waitFor({ state: "detached" });
  console.log(JSON.stringify({ ...seen, problems }));
} finally {
  await browser.close();
}
