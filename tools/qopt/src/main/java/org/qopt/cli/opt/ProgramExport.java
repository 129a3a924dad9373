package org.qopt.cli.opt;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.qopt.cli.CliIo;
import org.qopt.cli.Reports;
import org.qopt.cli.Unknown;
import org.qopt.cli.UsageException;
import org.qopt.cli.args.Arguments;
import org.qopt.ir.Operation;
import org.qopt.ir.Program;
import org.qopt.ir.diagnostic.Diagnostics;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.parser.io.FileFaults;
import org.qopt.parser.io.OutputFiles;
import org.qopt.target.Target;
import org.qopt.target.Targets;
import org.qopt.target.export.ExportRequest;
import org.qopt.target.export.ExportedFile;
import org.qopt.target.export.Exporter;

/** Writes programs in a form that runtimes and compilers take: that of a target's exporter. */
final class ProgramExport {
  private final String format;
  private final String file;
  private final Arguments arguments;
  private final Targets targets;
  private final CliIo io;

  private ProgramExport(
      String format, String file, Arguments arguments, Targets targets, CliIo io) {
    this.format = format;
    this.file = file;
    this.arguments = arguments;
    this.targets = targets;
    this.io = io;
  }

  /** {@return the formats that programs of any target are exported to} */
  static ImmutableSortedSet<String> formats(Targets targets) {
    return targets.byName().values().stream()
        .flatMap(target -> target.exporters().stream())
        .map(Exporter::format)
        .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()));
  }

  /**
   * {@return what writes programs to {@code file} in {@code format}}
   *
   * @throws UsageException if no target is exported to it
   */
  static ProgramExport of(
      String format, String file, Arguments arguments, Targets targets, CliIo io) {
    Set<String> formats = formats(targets);
    if (!formats.contains(format)) {
      throw Unknown.name(
          "format",
          format,
          Stream.concat(Stream.of("qir", "dot", "svg"), formats.stream())
              .collect(ImmutableList.toImmutableList()));
    }
    return new ProgramExport(format, file, arguments, targets, io);
  }

  /**
   * Writes a program.
   *
   * @throws InvalidInputException if it is not a legal program of a target that is exported to the
   *     format, or the files cannot be written
   */
  void write(Program program) {
    Operation module = program.module();
    Target target = target(module);
    Diagnostics faults = new Diagnostics();
    target.verify(module, faults);
    faults.throwIfErrors();
    ExportRequest request =
        new ExportRequest(
            baseName(),
            file.equals("-"),
            TargetFlags.ofExport(arguments, target, format, targets),
            remark -> Reports.of(arguments, io).print(List.of(remark)));
    store(exporter(target).orElseThrow().export(module, request));
  }

  /** The target whose dialect the program is in; else one that it is legal on. */
  private Target target(Operation module) {
    Collection<Target> all = targets.byName().values();
    Optional<Target> own = targets.owner(module);
    if (own.isPresent() && exporter(own.get()).isEmpty()) {
      throw new InvalidInputException(
          module.reportLocation(),
          "a program of target %s is written as %s, not as %s"
              .formatted(own.get().name(), String.join(" or ", formats(own.get())), format));
    }
    List<Target> able = all.stream().filter(target -> exporter(target).isPresent()).toList();
    // A program that only hands on inputs and constants has no operation of a target.
    return own.orElseGet(
        () ->
            able.stream()
                .filter(target -> isLegal(module, target))
                .findFirst()
                .orElse(able.getFirst()));
  }

  private static boolean isLegal(Operation module, Target target) {
    Diagnostics faults = new Diagnostics();
    target.verify(module, faults);
    return faults.all().isEmpty();
  }

  private static List<String> formats(Target target) {
    return Stream.concat(Stream.of("qir"), target.exporters().stream().map(Exporter::format))
        .toList();
  }

  private Optional<Exporter> exporter(Target target) {
    return target.exporters().stream().filter(e -> e.format().equals(format)).findFirst();
  }

  private String baseName() {
    String name = Path.of(file).getFileName().toString();
    int dot = name.lastIndexOf('.');
    return name.equals("-") ? "model" : dot > 0 ? name.substring(0, dot) : name;
  }

  private void store(List<ExportedFile> files) {
    if (file.equals("-")) {
      io.out().writeBytes(files.getFirst().content());
      return;
    }
    Path main = io.resolve(file);
    try (OutputFiles outputs = new OutputFiles()) {
      for (ExportedFile each : files) {
        // The main file is the one that was asked for, whatever its ending.
        Path path =
            each == files.getFirst()
                ? main
                : main.resolveSibling(baseName() + "." + each.extension());
        Files.write(outputs.stage(path), each.content());
      }
      outputs.commit();
    } catch (IOException e) {
      throw FileFaults.writing(file, e);
    }
  }
}
