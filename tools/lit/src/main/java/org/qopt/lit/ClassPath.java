package org.qopt.lit;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Where the classes of commands are: what this process has, and the configured files. */
final class ClassPath {
  private final ImmutableList<Path> files;
  private final Supplier<ClassLoader> loader = Suppliers.memoize(this::makeLoader);

  ClassPath(ImmutableList<Path> files) {
    this.files = files;
  }

  ClassLoader loader() {
    return loader.get();
  }

  private ClassLoader makeLoader() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    ClassLoader parent = context == null ? ClassPath.class.getClassLoader() : context;
    return files.isEmpty()
        ? parent
        : new URLClassLoader(files.stream().map(ClassPath::url).toArray(URL[]::new), parent);
  }

  private static URL url(Path file) {
    try {
      return file.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException("a file without a URL: " + file, e);
    }
  }

  /** {@return all of it in the form of the flag {@code -cp}} */
  String text() {
    String configured = files.stream().map(Path::toString).collect(Collectors.joining(":"));
    String own = System.getProperty("java.class.path");
    return configured.isEmpty() ? own : own + File.pathSeparator + configured;
  }
}
