package org.qopt.bench.generate;

import java.io.IOException;
import java.io.Writer;

/** Writes the text of a program. */
public interface Generator {
  /** Writes it; any number of calls write the same. */
  void write(Writer out) throws IOException;
}
