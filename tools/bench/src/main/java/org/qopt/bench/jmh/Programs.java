package org.qopt.bench.jmh;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.qopt.bench.generate.Network;
import org.qopt.bench.generate.Notation;
import org.qopt.ir.Dialects;
import org.qopt.ir.Operation;
import org.qopt.parser.qir.QirReader;
import org.qopt.parser.qir.ReadOptions;

/** The programs that are worked on: each has 10,000 operations. */
@State(Scope.Benchmark)
public class Programs {
  private static final int OPERATIONS = 10_000;

  private String generic;
  private String pretty;
  private Operation module;

  /** For JMH. */
  public Programs() {}

  /** Writes the texts and reads one of them. */
  @Setup
  public void make() {
    generic = text(Notation.TOSA_GENERIC);
    pretty = text(Notation.NN_PRETTY);
    module = read(pretty);
  }

  private static String text(Notation notation) {
    StringWriter out = new StringWriter();
    try {
      new Network(OPERATIONS, 1, notation).write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  static Operation read(String text) {
    return QirReader.read(text, "bench.qir", Dialects.load(), ReadOptions.ALLOW_UNREGISTERED)
        .module();
  }

  /** {@return operations of an unknown dialect, in the generic form} */
  String generic() {
    return generic;
  }

  /** {@return operations of the dialect nn, in the pretty form} */
  String pretty() {
    return pretty;
  }

  /** {@return the program of {@link #pretty()}, not to be changed} */
  Operation module() {
    return module;
  }
}
