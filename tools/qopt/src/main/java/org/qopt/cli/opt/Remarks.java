package org.qopt.cli.opt;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.qopt.cli.CliIo;
import org.qopt.cli.Outputs;
import org.qopt.cli.UsageException;
import org.qopt.cli.args.Arguments;
import org.qopt.pass.remark.Remark;
import org.qopt.pass.remark.RemarkSink;

/** The remarks that the flags ask for, shown as diagnostics or kept for a file. */
final class Remarks implements RemarkSink {
  static final String KINDS = "remarks";
  static final String FILTER = "remarks-filter";
  static final String OUTPUT = "remarks-output";

  private final Optional<Set<Remark.Kind>> kinds;
  private final Optional<Pattern> filter;
  private final Optional<String> file;
  private final CliIo io;
  private final List<Remark> kept = new ArrayList<>();
  private boolean written;

  private Remarks(Arguments arguments, CliIo io) {
    kinds = arguments.has(KINDS) ? Optional.of(kinds(arguments.values(KINDS))) : Optional.empty();
    filter = arguments.value(FILTER).map(Remarks::pattern);
    file = arguments.value(OUTPUT);
    this.io = io;
  }

  /**
   * {@return what the flags ask for; empty if they say nothing of remarks}
   *
   * @throws UsageException if a kind is unknown or the filter is malformed
   */
  static Optional<Remarks> of(Arguments arguments, CliIo io) {
    boolean asked = arguments.has(KINDS) || arguments.has(FILTER) || arguments.has(OUTPUT);
    return asked ? Optional.of(new Remarks(arguments, io)) : Optional.empty();
  }

  @Override
  public boolean wants(Remark.Kind kind) {
    return kinds.map(asked -> asked.contains(kind)).orElse(file.isPresent());
  }

  @Override
  public synchronized boolean take(Remark remark) {
    boolean asked = kinds.map(some -> some.contains(remark.kind())).orElse(true);
    if (!asked || filter.filter(pattern -> !pattern.matcher(remark.source()).find()).isPresent()) {
      return false;
    }
    if (file.isPresent()) {
      kept.add(remark);
    }
    return kinds.isPresent() || remark.always();
  }

  /**
   * Writes the file, if one is asked for and has not been written.
   *
   * @throws org.qopt.ir.diagnostic.InvalidInputException if it cannot be written
   */
  synchronized void write() {
    if (file.isPresent() && !written) {
      written = true;
      Outputs.writeText(file.get(), RemarksYaml.text(kept), io);
    }
  }

  private static Set<Remark.Kind> kinds(List<String> values) {
    Set<Remark.Kind> kinds = EnumSet.noneOf(Remark.Kind.class);
    for (String value : values) {
      for (String word : value.split(",", -1)) {
        kinds.add(kind(word));
      }
    }
    return kinds;
  }

  private static Remark.Kind kind(String word) {
    for (Remark.Kind kind : Remark.Kind.values()) {
      if (kind.word().equals(word)) {
        return kind;
      }
    }
    throw new UsageException("--remarks wants passed, missed or analysis, but got '" + word + "'");
  }

  private static Pattern pattern(String text) {
    try {
      return Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      throw new UsageException(
          "--remarks-filter is no regular expression: %s in '%s'"
              .formatted(e.getDescription(), text));
    }
  }
}
