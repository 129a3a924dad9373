package org.qopt.lit.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * Where the streams of a command come from and go to.
 *
 * @param in the file that is its input, if one is
 */
record Redirects(Optional<Path> in, Target out, Target err) {

  /**
   * Applies redirections from left to right and makes the files that are written.
   *
   * @throws ShellFault if one is unsupported
   * @throws IOException if a file cannot be opened
   */
  static Redirects open(Script.Simple command, ShellState state) throws ShellFault, IOException {
    Redirects redirects =
        new Redirects(Optional.empty(), Target.Next.INSTANCE, Target.Shown.INSTANCE);
    for (Script.Redirection redirection : command.redirections()) {
      redirects = redirects.with(redirection, command, state);
    }
    return redirects;
  }

  private Redirects with(Script.Redirection redirection, Script.Simple command, ShellState state)
      throws ShellFault, IOException {
    return switch (redirection.kind()) {
      case READ -> {
        Path file = path(redirection, command, state);
        if (redirection.descriptor() != 0) {
          throw unsupported(redirection, command);
        }
        // Opened here, so that a file that is missing stops the command before it runs.
        Files.newInputStream(file).close();
        yield new Redirects(Optional.of(file), out, err);
      }
      case DUPLICATE ->
          switch (redirection.target().text()) {
            case "1" -> to(redirection, command, out);
            case "2" -> to(redirection, command, err);
            default -> throw unsupported(redirection, command);
          };
      case WRITE, APPEND -> {
        boolean append = redirection.kind() == Script.Redirection.Kind.APPEND;
        Path file = path(redirection, command, state);
        boolean isNew = !Files.exists(file);
        Files.newOutputStream(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                append ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING)
            .close();
        if (isNew) {
          Permissions.restrict(file, state.umask());
        }
        yield to(redirection, command, new Target.File(redirection.target().text(), file));
      }
    };
  }

  private Redirects to(Script.Redirection redirection, Script.Simple command, Target target)
      throws ShellFault {
    return switch (redirection.descriptor()) {
      case Script.Redirection.BOTH_OUTPUTS -> new Redirects(in, target, target);
      case 1 -> new Redirects(in, target, err);
      case 2 -> new Redirects(in, out, target);
      default -> throw unsupported(redirection, command);
    };
  }

  private static Path path(Script.Redirection redirection, Script.Simple command, ShellState state)
      throws ShellFault {
    Word target = redirection.target();
    List<String> names = Globs.expand(target, state.directory());
    if (names.size() != 1) {
      throw new ShellFault(command, "Unsupported: glob in redirect expanded to multiple files");
    }
    return state.directory().resolve(names.getFirst());
  }

  private static ShellFault unsupported(Script.Redirection redirection, Script.Simple command) {
    return new ShellFault(
        command,
        "Unsupported redirect: descriptor "
            + redirection.descriptor()
            + ", target '"
            + redirection.target().text()
            + "'");
  }
}
