package io.github.secures3.examples;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A Maven project file, read without Maven: neither parents nor profiles. */
final class Pom {

    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]+)\\}");

    private final Element project;

    Pom(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            project = factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)))
                    .getDocumentElement();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalArgumentException("the pom is no XML", e);
        }
    }

    /** The project itself, as {@code group:artifact:version}. */
    String coordinates() {
        return coordinates(project);
    }

    /** The version of each dependency, by {@code group:artifact}. */
    Map<String, String> dependencies() {
        return versions("dependencies/dependency");
    }

    /** The version of each plugin, by {@code group:artifact}. */
    Map<String, String> plugins() {
        return versions("build/plugins/plugin");
    }

    /** The text at a path below the project, empty if there is none. */
    String text(String path) {
        return resolved(elements(path).map(Element::getTextContent).findFirst().orElse(""));
    }

    private Map<String, String> versions(String path) {
        return elements(path)
                .map(this::coordinates)
                .collect(toMap(
                        all -> all.substring(0, all.lastIndexOf(':')), all -> all.substring(all.lastIndexOf(':') + 1)));
    }

    private String coordinates(Element element) {
        return Stream.of("groupId", "artifactId", "version")
                .map(name -> select(element, name)
                        .map(Element::getTextContent)
                        .findFirst()
                        .orElse("?"))
                .map(this::resolved)
                .reduce((left, right) -> left + ":" + right)
                .orElseThrow();
    }

    private String resolved(String value) {
        return PROPERTY.matcher(value.strip()).replaceAll(match -> text("properties/" + match.group(1)));
    }

    private Stream<Element> elements(String path) {
        return select(project, path);
    }

    private static Stream<Element> select(Element from, String path) {
        try {
            NodeList found =
                    (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, from, XPathConstants.NODESET);
            return IntStream.range(0, found.getLength()).mapToObj(found::item).map(Element.class::cast);
        } catch (XPathExpressionException e) {
            throw new IllegalArgumentException("no path: " + path, e);
        }
    }
}
