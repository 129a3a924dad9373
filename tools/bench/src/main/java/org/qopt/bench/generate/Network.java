package org.qopt.bench.generate;

import java.io.IOException;
import java.io.Writer;

/**
 * A network of blocks, each of which takes what the one before gives.
 *
 * @param operations how many operations at least, in all; each function has whole blocks of eight
 * @param functions over how many functions they are spread
 * @param notation how it is written
 */
public record Network(int operations, int functions, Notation notation) implements Generator {
  /** What enters a function, and leaves it. */
  private static final String TYPE = "tensor<1x112x112x128xf32>";

  /** Checks that there is something to write. */
  public Network {
    if (functions < 1 || operations < functions) {
      throw new IllegalArgumentException(
          "expected at least one operation a function, found %d operations in %d functions"
              .formatted(operations, functions));
    }
  }

  @Override
  public void write(Writer out) throws IOException {
    boolean generic = notation == Notation.TOSA_GENERIC;
    out.write(generic ? "\"builtin.module\"() ({\n" : "");
    for (int i = 0; i < functions; i++) {
      out.write((generic ? GENERIC_HEAD : PRETTY_HEAD).formatted(i));
      String result = writeBlocks(out);
      out.write((generic ? GENERIC_END : PRETTY_END).formatted(result));
    }
    out.write(generic ? "}) : () -> ()\n" : "");
  }

  private static final String GENERIC_HEAD =
      """
        "func.func"() <{function_type = (TYPE) -> TYPE, sym_name = "f%%d"}> ({
        ^bb0(%%%%arg0: TYPE):
      """
          .replace("%%", "%")
          .replace("TYPE", TYPE);

  private static final String GENERIC_END =
      """
          "func.return"(%s) : (TYPE) -> ()
        }) : () -> ()
      """
          .replace("TYPE", TYPE);

  private static final String PRETTY_HEAD =
      "func.func @f%d(%%arg0: TYPE) -> TYPE {\n".replace("TYPE", TYPE);

  private static final String PRETTY_END =
      """
        return %s : TYPE
      }
      """
          .replace("TYPE", TYPE);

  private String writeBlocks(Writer out) throws IOException {
    int blocks = (operations / functions + Notation.OPERATIONS - 1) / Notation.OPERATIONS;
    String input = "%arg0";
    for (int block = 0; block < blocks; block++) {
      int first = block * Notation.OPERATIONS;
      writeBlock(out, block, first, input);
      input = "%" + (first + Notation.OPERATIONS - 1);
    }
    return input;
  }

  private void writeBlock(Writer out, int block, int first, String input) throws IOException {
    String text = notation.block();
    int at = 0;
    for (int mark = text.indexOf('$'); mark >= 0; mark = text.indexOf('$', at)) {
      out.write(text, at, mark - at);
      char what = text.charAt(mark + 1);
      out.write(
          switch (what) {
            case 'I' -> input;
            case 'B' -> Integer.toString(block);
            default -> Integer.toString(first + what - '0');
          });
      at = mark + 2;
    }
    out.write(text, at, text.length() - at);
  }
}
