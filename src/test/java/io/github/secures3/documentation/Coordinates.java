package io.github.secures3.documentation;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The Maven coordinates that the documentation names, against those of the pom. */
final class Coordinates {

    private static final Pattern DEPENDENCY = Pattern.compile("(?s)<dependency>.*?</dependency>");
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]+)\\}");

    private final List<String> known = new ArrayList<>();

    Coordinates(String pom) {
        Element project = parse(pom).orElseThrow(() -> new IllegalArgumentException("the pom is no XML"));
        Map<String, String> properties = new HashMap<>();
        child(project, "properties")
                .ifPresent(all -> children(all).forEach(one -> properties.put(one.getTagName(), one.getTextContent())));
        known.add(coordinates(project, properties));
        child(project, "dependencies")
                .ifPresent(all -> children(all).forEach(one -> known.add(coordinates(one, properties))));
    }

    /** What an XML block calls a dependency and the pom does not know, with the place of the block. */
    List<String> wrong(Page page) {
        return page.blocks().stream()
                .filter(block -> block.language().equals("xml"))
                .flatMap(block -> DEPENDENCY
                        .matcher(block.text())
                        .results()
                        .map(MatchResult::group)
                        .flatMap(text -> wrong(text, block)))
                .toList();
    }

    private Stream<String> wrong(String dependency, Page.Block block) {
        String named =
                parse(dependency).map(element -> coordinates(element, Map.of())).orElse("no XML");
        return known.contains(named)
                ? Stream.of()
                : Stream.of(block.place() + ": " + named + " is not in the pom, which has " + known);
    }

    private static String coordinates(Element element, Map<String, String> properties) {
        return Stream.of("groupId", "artifactId", "version")
                .map(name -> child(element, name)
                        .map(Element::getTextContent)
                        .orElse("?")
                        .strip())
                .map(value -> PROPERTY.matcher(value).replaceAll(match -> properties.getOrDefault(match.group(1), "?")))
                .reduce((left, right) -> left + ":" + right)
                .orElseThrow();
    }

    private static Optional<Element> parse(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            var builder = factory.newDocumentBuilder();
            // The parser would print a complaint of its own.
            builder.setErrorHandler(null);
            return Optional.of(
                    builder.parse(new InputSource(new StringReader(xml))).getDocumentElement());
        } catch (SAXException e) {
            return Optional.empty();
        } catch (IOException | ParserConfigurationException e) {
            throw new AssertionError("the JDK reads XML from a string", e);
        }
    }

    private static Optional<Element> child(Element parent, String name) {
        return children(parent)
                .filter(element -> element.getTagName().equals(name))
                .findFirst();
    }

    private static Stream<Element> children(Element parent) {
        return IntStream.range(0, parent.getChildNodes().getLength())
                .mapToObj(parent.getChildNodes()::item)
                .filter(node -> node.getNodeType() == Node.ELEMENT_NODE)
                .map(Element.class::cast);
    }
}
