package io.tapgate.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Every version is written down once, at the top. */
class PomsTest {

  /** One element that holds a version, and the one around it. */
  private record Version(String around, String text) {}

  @Test
  void a_module_names_no_version_but_its_parents_and_the_projects_own() throws Exception {
    List<Path> poms = modulePoms();

    assertThat(poms).isNotEmpty();
    for (Path pom : poms) {
      assertThat(versions(pom))
          .as(pom.toString())
          .filteredOn(version -> !version.around().equals("parent"))
          .allMatch(version -> version.text().equals("${project.version}"));
    }
  }

  @Test
  void the_top_names_each_version_as_a_property() throws Exception {
    Set<String> otherwise = Set.of("project", "requireMavenVersion");

    assertThat(versions(Path.of("pom.xml")))
        .isNotEmpty()
        .filteredOn(version -> !otherwise.contains(version.around()))
        .allMatch(version -> version.text().contains("${"));
  }

  @Test
  void every_module_has_the_version_of_the_whole() throws Exception {
    String whole =
        versions(Path.of("pom.xml")).stream()
            .filter(version -> version.around().equals("project"))
            .findFirst()
            .orElseThrow()
            .text();

    for (Path pom : modulePoms()) {
      assertThat(versions(pom)).as(pom.toString()).contains(new Version("parent", whole));
    }
  }

  @Test
  void every_module_that_there_is_is_built() {
    List<String> built =
        Repository.found(Pattern.compile("<module>(.*?)</module>"), Repository.text("pom.xml"));

    assertThat(modulePoms())
        .extracting(pom -> String.valueOf(pom.getParent()))
        .containsExactlyInAnyOrderElementsOf(built);
  }

  private static List<Path> modulePoms() {
    return Repository.files(".+/pom\\.xml");
  }

  private static List<Version> versions(Path pom)
      throws ParserConfigurationException, IOException, SAXException {
    NodeList found =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(Repository.at(pom.toString()).toFile())
            .getElementsByTagName("version");
    List<Version> versions = new ArrayList<>();
    for (int at = 0; at < found.getLength(); at++) {
      Element element = (Element) found.item(at);
      String around = element.getParentNode().getNodeName();
      versions.add(new Version(around, element.getTextContent().strip()));
    }
    return versions;
  }
}
