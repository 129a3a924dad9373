package org.qopt.lit.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.List;
import org.qopt.lit.Command;
import org.qopt.lit.CommandIo;

/** {@code cat [-v] [file]...}; {@code -} and no file at all are standard input. */
final class Cat implements Command {
  private static final int HIGH = 128;
  private static final int DELETE = 127;

  @Override
  public int run(List<String> arguments, CommandIo io) throws IOException {
    Options options;
    try {
      options = Options.parse(arguments, "v", List.of("show-nonprinting"));
    } catch (Options.BadOptionException e) {
      io.err().println("Unsupported: 'cat':  " + e.getMessage());
      return 1;
    }
    boolean visible = !options.options().isEmpty();
    List<String> files = options.operands().isEmpty() ? List.of("-") : options.operands();
    for (String file : files) {
      try (InputStream in =
          file.equals("-") ? io.in() : Files.newInputStream(io.directory().resolve(file))) {
        if (visible) {
          showNonPrinting(in.readAllBytes(), io.out());
        } else {
          in.transferTo(io.out());
        }
      } catch (IOException e) {
        io.err().print(FileProblem.describe(e, file));
        return 1;
      }
    }
    return 0;
  }

  private static void showNonPrinting(byte[] bytes, OutputStream out) throws IOException {
    StringBuilder text = new StringBuilder();
    for (byte b : bytes) {
      int value = b & 0xff;
      if (value == '\t' || value == '\n') {
        text.append((char) value);
        continue;
      }
      if (value >= HIGH) {
        text.append("M-");
        value -= HIGH;
      }
      if (value < ' ') {
        text.append('^').append((char) (value + '@'));
      } else if (value == DELETE) {
        text.append("^?");
      } else {
        text.append((char) value);
      }
    }
    out.write(text.toString().getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
  }
}
