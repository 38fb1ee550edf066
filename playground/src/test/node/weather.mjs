// Asks the pretend router, whatever its weather, and prints what became of it as JSON.
// Usage: node weather.mjs <port> <user> <password> <ms for the login> <ms for an answer>
import routeros from 'routeros-api';

const [port, user, password, forLogin, forAnswer] = process.argv.slice(2);
const at = { host: '127.0.0.1', port: Number(port), user, password, timeout: 30 };
const api = new routeros.RouterOSAPI(at);
api.on('error', () => {});
const seen = {};

// This client waits for ever for what was asked when the line ends: here nobody does.
const nothing = (ms) => new Promise((resolve) => setTimeout(() => resolve('nothing'), Number(ms)));
const told = (asked, ms) => Promise.race([asked.catch((trouble) => trouble.message), nothing(ms)]);

seen.login = await told(api.connect().then(() => 'in'), forLogin);
if (seen.login === 'in') {
  seen.sessions = await told(api.write('/ppp/active/print', ['=.proplist=name']), forAnswer);
  seen.lists = await told(api.write('/ip/firewall/address-list/print', ['?list=PERMIT']), forAnswer);
}
console.log(JSON.stringify(seen));
process.exit(0);
