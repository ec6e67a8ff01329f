package io.github.secures3.documentation;

import static java.util.stream.Collectors.joining;

import io.github.secures3.testing.Compilation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/**
 * A Java block of the documentation, as a reader would use it. A block with a class of its own stands as it is, and its {@code main} is
 * run or its stack synthesized; any other block is the body of a stack's constructor, in which {@code app}, {@code scope} and {@code stack} are at hand. The build side of the library and the common
 * ones of the CDK are imported; all else a block imports itself. A block whose first line is {@code // fragment} is a part that does not
 * stand alone, and only its form is checked.
 */
final class Snippet {

    private static final Pattern PACKAGE = Pattern.compile("(?m)^package .*;");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import .*;");
    private static final Pattern PUBLIC_TYPE =
            Pattern.compile("(?m)^public (?:final |abstract |sealed )*(?:class|interface|enum|record) (\\w+)");
    private static final Pattern OWN_TYPE =
            Pattern.compile("(?m)^(?:public |final |abstract |sealed )*(?:class|interface|enum|record) (\\w+)");
    private static final List<String> CDK_PACKAGES = List.of(
            "software.amazon.awscdk",
            "software.amazon.awscdk.services.iam",
            "software.amazon.awscdk.services.kms",
            "software.amazon.awscdk.services.s3",
            "software.constructs");

    /** What a CDK app uses; names of the read side, such as its Stack, would collide with the CDK's. */
    private static final List<String> BUILD_SIDE =
            List.of("io.github.secures3.constructs", "io.github.secures3.policy");

    private final Page.Block block;

    Snippet(Page.Block block) {
        this.block = block;
    }

    static Stream<Snippet> of(Page page) {
        return page.blocks().stream()
                .filter(block -> block.language().equals("java"))
                .map(Snippet::new);
    }

    String place() {
        return block.place();
    }

    boolean isFragment() {
        return block.text().startsWith("// fragment");
    }

    /** What keeps the block from compiling or from being synthesized; empty if nothing does. */
    List<String> problems(Path directory) {
        List<String> errors = isFragment()
                ? Compilation.parse(source())
                : Compilation.compile(Map.of(typeName(), source()), directory);
        if (!errors.isEmpty() || isFragment()) {
            return errors.stream().map(error -> place() + ": " + error).toList();
        }
        try {
            synthesize(directory);
            return List.of();
        } catch (InvocationTargetException e) {
            return List.of(place() + ": " + e.getCause());
        } catch (ReflectiveOperationException | RuntimeException e) {
            return List.of(place() + ": " + e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String typeName() {
        return Stream.of(PUBLIC_TYPE, OWN_TYPE)
                .map(pattern -> pattern.matcher(block.text()))
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .findFirst()
                .orElse("SnippetStack");
    }

    /** The block as a source file, its lines where they were, so that an error names the line of the block. */
    private String source() {
        String text = PACKAGE.matcher(block.text()).replaceFirst("");
        if (OWN_TYPE.matcher(text).find()) {
            return implicitImports() + text;
        }
        String imports = IMPORT.matcher(text).results().map(MatchResult::group).collect(joining());
        return implicitImports()
                + imports
                + "public class SnippetStack extends Stack { final App app; final Stack stack = this; final Construct scope = this; "
                + "public SnippetStack(Construct parent, String id) throws Exception { super(parent, id); app = (App) parent; body(); } "
                + "private void body() throws Exception { "
                + IMPORT.matcher(text).replaceAll("")
                + "\n}}";
    }

    private void synthesize(Path classes) throws IOException, ReflectiveOperationException {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, Snippet.class.getClassLoader())) {
            Class<?> type = Class.forName(typeName(), true, loader);
            Optional<Method> main = Stream.of(type.getDeclaredMethods())
                    .filter(method -> method.getName().equals("main"))
                    .findFirst();
            if (main.isPresent()) {
                main.get().setAccessible(true);
                main.get().invoke(null, (Object) new String[0]);
            } else if (Stack.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers())) {
                String output = Files.createTempDirectory(classes, "cdk.out").toString();
                App app = new App(AppProps.builder().outdir(output).build());
                Constructor<?> constructor = type.getDeclaredConstructor(Construct.class, String.class);
                constructor.setAccessible(true);
                constructor.newInstance(app, "Snippet");
                app.synth();
            }
        }
    }

    private static String implicitImports() {
        Path classes = Path.of("target", "classes");
        try (Stream<Path> files = Files.walk(classes)) {
            Stream<String> ours = files.filter(file -> file.endsWith("package-info.class"))
                    .map(file -> classes.relativize(file.getParent()).toString().replaceAll("[/\\\\]", "."))
                    .filter(name -> BUILD_SIDE.stream().anyMatch(name::startsWith));
            return Stream.concat(ours, CDK_PACKAGES.stream())
                    .sorted()
                    .map(name -> "import " + name + ".*; ")
                    .collect(joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
