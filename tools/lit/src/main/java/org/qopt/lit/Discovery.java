package org.qopt.lit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.qopt.lit.shell.FileProblem;

/** Finds tests, and the configuration of their folders. */
public final class Discovery {
  private final Map<Path, TestConfig> configs = new HashMap<>();
  private final Map<String, Command> commands;
  private final DiscoverySettings settings;

  /** A discovery whose tests may also call {@code commands} in process. */
  public Discovery(Map<String, Command> commands) {
    this(commands, DiscoverySettings.usual());
  }

  Discovery(Map<String, Command> commands, DiscoverySettings settings) {
    this.commands = Map.copyOf(commands);
    this.settings = settings;
  }

  /**
   * {@return the tests of a folder and its subfolders, or the one test, sorted by path; none if
   * there is nothing of that name}
   *
   * @param path a folder of a suite, or a test
   * @throws NoSuiteException if no folder above it is a suite
   * @throws LitException if a configuration is wrong
   */
  public List<LitTest> find(Path path) throws LitException {
    Path absolute = path.toAbsolutePath().normalize();
    List<LitTest> tests = new ArrayList<>();
    settings.log().accept("resolved input '" + path + "' to '" + absolute + "'");
    try {
      if (Files.isDirectory(absolute)) {
        search(absolute, tests);
      } else {
        TestConfig config = config(absolute.getParent());
        boolean named =
            config.selection().standalone()
                || config.selection().isTest(absolute.getFileName().toString());
        if (named && Files.exists(absolute)) {
          tests.add(new LitTest(config, absolute));
        }
      }
    } catch (IOException e) {
      throw new LitException("error: cannot read " + path + ": " + FileProblem.describe(e));
    }
    return tests;
  }

  private void search(Path folder, List<LitTest> tests) throws IOException, LitException {
    TestConfig config = config(folder);
    if (config.selection().standalone()) {
      return;
    }
    List<Path> entries;
    try (Stream<Path> list = Files.list(folder)) {
      entries = list.sorted().toList();
    }
    for (Path entry : entries) {
      String name = entry.getFileName().toString();
      boolean isTest = config.selection().isTest(name);
      if (!isTest && !config.selection().isSearched(name)) {
        continue;
      }
      if (Files.isDirectory(entry)) {
        if (!entry.equals(config.suite().outputRoot()) && !leadsBack(entry)) {
          search(entry, tests);
        }
      } else if (isTest) {
        tests.add(new LitTest(config, entry));
      }
    }
  }

  /** {@return whether a folder is a link to one that it is in, which would be searched forever} */
  private static boolean leadsBack(Path folder) throws IOException {
    return Files.isSymbolicLink(folder)
        && folder.getParent().toRealPath().startsWith(folder.toRealPath());
  }

  private TestConfig config(Path folder) throws LitException {
    return config(folder, folder);
  }

  /** Reads the configuration of a folder on the way to that which was asked for. */
  private TestConfig config(Path folder, Path asked) throws LitException {
    TestConfig known = configs.get(folder);
    if (known != null) {
      return known;
    }
    TestConfig config;
    Path suite = folder.resolve(settings.suiteFile());
    if (Files.isRegularFile(suite)) {
      config = read(suite, TestConfig.root(folder, settings.features())).withCommands(commands);
    } else if (folder.getParent() == null) {
      throw new NoSuiteException("no " + settings.suiteFile() + " in " + asked + " or above it");
    } else {
      Path local = folder.resolve(settings.localFile());
      TestConfig parent = config(folder.getParent(), asked);
      config = Files.isRegularFile(local) ? read(local, parent) : parent;
    }
    configs.put(folder, config);
    return config;
  }

  private TestConfig read(Path file, TestConfig parent) throws LitException {
    settings.log().accept("loading config '" + file + "'");
    return ConfigReader.read(file, parent, settings.parameters());
  }
}
