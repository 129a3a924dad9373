package org.qopt.parser.qir;

import org.qopt.ir.Dialects;
import org.qopt.ir.Program;
import org.qopt.ir.ProgramReader;

/** Makes {@link QirReader} known to those who do not depend on it. */
public final class QirProgramReader implements ProgramReader {
  @Override
  public Program read(String text, String fileName, Dialects dialects) {
    return QirReader.read(text, fileName, dialects, ReadOptions.STRICT);
  }
}
