package org.qopt.cli;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.net.MalformedURLException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.jar.JarFile;
import org.qopt.cli.opt.OptFlags;
import org.qopt.ir.Dialects;
import org.qopt.ir.PluginLoader;
import org.qopt.ir.diagnostic.DiagnosticKind;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.location.FileLocation;
import org.qopt.parser.io.FileFaults;
import org.qopt.pass.PassRegistry;
import org.qopt.pass.Pipeline;
import org.qopt.pass.PipelineSyntaxException;
import org.qopt.quantize.Profiles;
import org.qopt.quantize.QuantProfile;
import org.qopt.rewrite.data.Natives;
import org.qopt.target.Target;
import org.qopt.target.Targets;

/** The jars that bring further dialects, passes and targets, for the time of one command. */
final class Plugins {
  static final String FLAG = "plugin";

  private Plugins() {}

  /**
   * {@return the outcome of {@code command}, run with what the plugins bring}
   *
   * @throws InvalidInputException if one cannot be read or loaded; its message names it
   */
  static int with(List<String> files, CliIo io, IntSupplier command) {
    // Once a process; with a plugin in sight they would keep it.
    check();
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    List<PluginLoader> opened = new ArrayList<>();
    try {
      for (String file : files) {
        ClassLoader parent = opened.isEmpty() ? Plugins.class.getClassLoader() : opened.getLast();
        opened.add(open(file, parent, io));
        thread.setContextClassLoader(opened.getLast());
        load(file);
      }
      return command.getAsInt();
    } finally {
      thread.setContextClassLoader(before);
      opened.forEach(Plugins::close);
    }
  }

  private static PluginLoader open(String file, ClassLoader parent, CliIo io) {
    try {
      Path path = io.resolve(file);
      // A class loader would say nothing of a file that is no jar.
      new JarFile(path.toFile()).close();
      return new PluginLoader(file, path.toUri().toURL(), parent);
    } catch (MalformedURLException | InvalidPathException e) {
      throw fault(file, e);
    } catch (IOException e) {
      throw FileFaults.reading(file, e);
    }
  }

  private static void load(String file) {
    try {
      check();
    } catch (OutOfMemoryError e) {
      throw e;
    } catch (Exception | Error e) {
      throw fault(file, Optional.ofNullable(e.getCause()).orElse(e));
    }
  }

  private static void check() {
    Dialects.load();
    PassRegistry passes = PassRegistry.load();
    OptFlags.check(passes);
    Profiles.load();
    Natives.load();
    Targets targets = Targets.load();
    passes
        .pipelines()
        .values()
        .forEach(pipeline -> parse(pipeline.name(), pipeline.text(), passes));
    for (Target target : targets.byName().values()) {
      for (QuantProfile profile : target.profiles()) {
        parse(profile.name(), target.pipeline(profile, ImmutableMap.of()), passes);
      }
    }
  }

  // Not left to the one who uses it: whose fault it is is known here.
  private static void parse(String name, String pipeline, PassRegistry passes) {
    try {
      Pipeline.parse(pipeline, passes);
    } catch (PipelineSyntaxException e) {
      throw new IllegalStateException(
          "the pipeline of '%s' is at fault at character %d of %s: %s"
              .formatted(name, e.position() + 1, e.text(), e.getMessage()));
    }
  }

  private static InvalidInputException fault(String file, Throwable cause) {
    return new InvalidInputException(
        DiagnosticKind.PLUGIN,
        new FileLocation(file, 0, 0),
        "the plugin cannot be loaded: " + cause);
  }

  private static void close(PluginLoader loader) {
    try {
      loader.close();
    } catch (IOException e) {
      // It was only read.
    }
  }
}
