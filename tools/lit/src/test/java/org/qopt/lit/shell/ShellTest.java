package org.qopt.lit.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShellTest {
  @TempDir Path directory;
  private ShellState state;
  private final Shell shell =
      new Shell(
          Map.of(
              "fail", (_, _) -> 3,
              "crash",
                  (_, _) -> {
                    throw new IllegalStateException("boom");
                  },
              "both",
                  (_, io) -> {
                    io.out().print("out\n");
                    io.err().print("err\n");
                    return 0;
                  }));

  @BeforeEach
  void start() {
    state = new ShellState(directory, Map.of("PATH", System.getenv("PATH"), "V", "1"));
  }

  private ShellResult run(String line) throws ShellSyntaxException {
    return shell.run(line, state);
  }

  private String out(String line) throws ShellSyntaxException {
    return run(line).commands().getLast().out();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '^',
      value = {
        "echo a  b !a b",
        "echo 'a  b' !a  b",
        "echo \"a 'b' \\\" \\n\" !a 'b' \" \\n",
        "echo a\\ b\\|c !a b|c",
        "echo a'b'\"c\" !abc",
        "echo x|cat !x",
        "echo x | cat | cat - !x",
        "true && echo yes !yes",
        "false || echo no !no",
        "true;echo next !next",
        "env -u V W=2 env | cat !PATH",
      })
  void writesOnStandardOutput(String line, String expected) throws ShellSyntaxException {
    assertEquals(
        expected, out(line).lines().findFirst().orElse("").replaceFirst("PATH=.*", "PATH"));
  }

  @ParameterizedTest
  @CsvSource({
    "true, 0",
    "false, 1",
    "fail, 3",
    "fail | true, 3",
    "true | fail, 3",
    "fail && true, 3",
    "fail || true, 0",
    "fail ; true, 0",
    "! fail, 0",
    "! true, 1",
    "not fail, 0",
    "not true, 1",
    "not crash, 1",
    "not --crash crash, 0",
    "not --crash fail, 1",
    "crash, 134",
    "no-such-program, 127",
    "echo a | count 1, 0",
    "echo a | count 2, 1",
    "sh -c 'exit 7', 7",
    "cat missing, 1",
    "cat < missing, 1",
    "cd missing, 1",
  })
  void hasExitStatus(String line, int status) throws ShellSyntaxException {
    assertEquals(status, run(line).status());
  }

  @Test
  void skipsWhatALogicalOperatorRulesOut() throws ShellSyntaxException {
    assertEquals(1, run("false && echo no").commands().size());
    assertEquals(1, run("true || echo no").commands().size());
  }

  @Test
  void redirects() throws ShellSyntaxException, IOException {
    run("both > out 2> err");
    assertEquals("out\n", Files.readString(directory.resolve("out")));
    assertEquals("err\n", Files.readString(directory.resolve("err")));
    run("both >> out 2>&1");
    assertEquals("out\nout\nerr\n", Files.readString(directory.resolve("out")));
    run("both &> all");
    assertEquals("out\nerr\n", Files.readString(directory.resolve("all")));
    assertEquals("out\nerr\n", out("cat < all"));
    assertEquals("err\n", out("both 2>&1 > /dev/null | cat"));
    assertEquals("out\nerr\n", out("sh -c 'echo out; echo err >&2' 2>&1 | cat"));
  }

  @Test
  void showsWhatGoesNowhereElse() throws ShellSyntaxException {
    ExecutedCommand command = run("both").commands().getFirst();
    assertEquals("out\n", command.out());
    assertEquals("err\n", command.err());
  }

  @Test
  void keepsFolderAndVariables() throws ShellSyntaxException, IOException {
    run("mkdir -p a/b ; cd a/b ; export X=5");
    assertEquals(directory.resolve("a/b"), state.directory());
    assertEquals("5", state.environment().get("X"));
    assertEquals("5\n", out("sh -c 'echo $X'"));
    run("echo hi > f");
    assertTrue(Files.exists(directory.resolve("a/b/f")));
    run("rm -r ../b");
    assertEquals(1, run("rm b").status());
    assertEquals(0, run("rm -f b").status());
  }

  @Test
  void expandsPatterns() throws ShellSyntaxException {
    run("echo > b.txt ; echo > a.txt ; echo > c.dat");
    assertEquals("a.txt b.txt\n", out("echo *.txt"));
    assertEquals("*.txt ?.none\n", out("echo '*.txt' ?.none"));
  }

  @Test
  void comparesFiles() throws ShellSyntaxException {
    run("echo 'a b' > x ; echo 'a  b' > y ; echo c > z");
    assertEquals(0, run("diff x x").status());
    assertEquals(1, run("diff x y").status());
    assertEquals(0, run("diff -b x y").status());
    assertEquals(2, run("diff x missing").status());
    assertTrue(out("diff -u x z").contains("-a b\n+c\n"));
    assertEquals(0, run("echo c | diff z -").status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "| a", "a |", "a &&", "a >", "a & b", "( a )", "'a", "\"a", "a \\", "12> x"})
  void refusesNonsense(String line) {
    assertThrows(ShellSyntaxException.class, () -> run(line));
  }
}
