package org.qopt.cli.plugin;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Jars of classes that are not on the class path: compiled from the sources in the test's
 * resources.
 *
 * @param classes where the compiled classes are
 */
record PluginJars(Path classes) {
  private static final String LEFT_OUT = "bad/Gone.class";

  /** Compiles the sources into {@code folder}. */
  static PluginJars compile(Path folder) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        Stream<Path> sources = Files.list(sources())) {
      List<String> options =
          List.of("-d", folder.toString(), "-cp", System.getProperty("java.class.path"));
      assertTrue(
          compiler
              .getTask(
                  null,
                  files,
                  null,
                  options,
                  null,
                  files.getJavaFileObjectsFromPaths(sources.toList()))
              .call());
    }
    return new PluginJars(folder);
  }

  private static Path sources() {
    try {
      return Path.of(PluginJars.class.getResource("/bad-plugins/bad").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Makes a jar with all classes, in which {@code text} lists what offers {@code service}. */
  void write(Path jar, String service, String text) throws IOException {
    write(jar, service, text, UnaryOperator.identity());
  }

  /** The same, with the bytes of classes changed. */
  void write(Path jar, String service, String text, UnaryOperator<byte[]> change)
      throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      add(out, "META-INF/services/" + service, text.getBytes(StandardCharsets.UTF_8));
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = classes.relativize(file).toString();
        if (!name.equals(LEFT_OUT)) {
          add(out, name, change.apply(Files.readAllBytes(file)));
        }
      }
    }
  }

  private static void add(JarOutputStream out, String name, byte[] bytes) throws IOException {
    out.putNextEntry(new JarEntry(name));
    out.write(bytes);
    out.closeEntry();
  }
}
