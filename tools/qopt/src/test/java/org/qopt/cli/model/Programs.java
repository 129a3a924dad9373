package org.qopt.cli.model;

import org.qopt.ir.Dialects;
import org.qopt.parser.qir.QirReader;
import org.qopt.parser.qir.ReadOptions;
import org.qopt.parser.qir.SourceFile;

/** Programs for tests. */
public final class Programs {
  private Programs() {}

  /** {@return the program in a text} */
  public static Model model(String text) {
    return Model.of(
        QirReader.read(SourceFile.of("test.qir", text), Dialects.load(), ReadOptions.STRICT)
            .module());
  }
}
