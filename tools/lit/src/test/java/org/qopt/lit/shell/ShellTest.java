package org.qopt.lit.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qopt.lit.Command;

class ShellTest {
  @TempDir Path directory;
  private ShellState state;
  private final Processes processes = new Processes();
  private final List<ExecutedCommand> executed = new ArrayList<>();

  private static final ImmutableMap<String, Command> COMMANDS =
      ImmutableMap.of(
          "fail",
          (_, _) -> 3,
          "crash",
          (_, _) -> {
            throw new IllegalStateException("boom");
          },
          "both",
          (_, io) -> {
            io.out().print("out\n");
            io.err().print("err\n");
            return 0;
          },
          "flood",
          (_, io) -> {
            byte[] line = "x".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
            while (true) {
              io.out().write(line);
            }
          },
          "lines",
          (arguments, io) -> {
            for (int i = 0; i < Integer.parseInt(arguments.getFirst()); i++) {
              io.out().println(i);
            }
            return 0;
          });

  @BeforeEach
  void start() {
    state = new ShellState(directory, Map.of("PATH", System.getenv("PATH"), "V", "1"));
  }

  private int run(String line) throws ShellSyntaxException, IOException {
    return run(line, true);
  }

  private int run(String line, boolean pipefail) throws ShellSyntaxException, IOException {
    executed.clear();
    ShellOptions options = new ShellOptions(COMMANDS, false, ImmutableList.of(), pipefail, false);
    try {
      return new Shell(options, state, processes, executed::add).run(Script.parse(line));
    } catch (ShellFault e) {
      executed.add(
          new ExecutedCommand(
              e.command(), ShellFault.STATUS, "", e.getMessage(), ImmutableList.of(), false));
      return ShellFault.STATUS;
    }
  }

  private String out(String line) throws ShellSyntaxException, IOException {
    run(line);
    return executed.getLast().out();
  }

  private String err(String line) throws ShellSyntaxException, IOException {
    run(line);
    return executed.getLast().err();
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
        "echo -n a !a",
        "echo -e 'a\\tb\\x41' !a\tbA",
        "echo -e 'a\\0101\\101' !a\b1A",
        "echo -ne a !-ne a",
        "echo -ne a | cat !a",
        "echo \"\\$x\" !\\$x",
        "echo (a) $b `c` !(a) $b `c`",
        "env -u V W=2 sh -c 'echo $V$W' !2",
        "env -i W=2 /bin/sh -c 'echo $V$W' !2",
        "env not env X=1 not sh -c 'echo $X' !1",
        "both 2>&1 >/dev/null | cat !err",
        "both |& cat !out",
        "both >&2 | cat !",
        "sh -c 'echo a >&2' |& cat !a",
        "lines 100000 | head -n1 | cat !0",
        "yes | head -n 1 !y",
      })
  void writesOnStandardOutput(String line, String expected)
      throws ShellSyntaxException, IOException {
    assertEquals(
        Objects.requireNonNullElse(expected, ""), out(line).lines().findFirst().orElse(""));
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
    "crash, -6",
    "no-such-program, 127",
    "echo a | count 1, 0",
    "echo a | count 2, 1",
    "sh -c 'exit 7', 7",
    "cat missing, 1",
    "cd missing, 0",
    "cd missing && sh -c true, 127",
    "not not true, 0",
    "! ! fail, 1",
    "not sh -c 'kill -9 $$', 0",
    "not --crash sh -c 'kill -9 $$', 0",
    "sh -c 'kill -9 $$', 137",
    "env sleep 0, 0",
    "env, 127",
    "not, 127",
    "env X=1, 127",
    "env mkdir a, 127",
    "mkdir a | true, 127",
    "mkdir, 127",
    "mkdir -m 7 a, 127",
    "mkdir a/b/c, 1",
    "mkdir a && mkdir a && mkdir -p a a/b, 0",
    "echo > f ; mkdir f && mkdir -p f && rm f, 0",
    "not mkdir a/b/c, 0",
    "rm missing, 1",
    "rm -f missing, 0",
    "rm -x missing, 127",
    "mkdir a && rm a, 1",
    "popd, 127",
    "umask x, 127",
    "echo a 3>&1, 127",
    "echo a 2> b, 127",
    "a/b/c, 127",
    "cat -v, 0",
    "cat -x, 1",
    "diff a, 1",
    "diff -B a b, 1",
    "diff -U-1 a b, 1",
    "count x, 2",
  })
  void hasExitStatus(String line, int status) throws ShellSyntaxException, IOException {
    assertEquals(status, run(line));
  }

  @Test
  void skipsWhatALogicalOperatorRulesOut() throws ShellSyntaxException, IOException {
    run("false && echo no");
    assertEquals(1, executed.size());
    run("true || echo no");
    assertEquals(1, executed.size());
  }

  @Test
  void failsWithAnyCommandOrWithTheLast() throws ShellSyntaxException, IOException {
    assertEquals(3, run("fail | true", true));
    assertEquals(0, run("fail | true", false));
  }

  @Test
  void refusesFilesThatCannotBeOpened() {
    assertThrows(IOException.class, () -> run("cat < missing"));
    assertThrows(IOException.class, () -> run("echo a > missing/file"));
  }

  @Test
  void endsCommandsThatWriteWithoutEnd() throws ShellSyntaxException, IOException {
    assertEquals(1, run("flood | cat"));
    assertTrue(executed.getFirst().err().contains("wrote more than"), executed.toString());
    assertEquals(1, run("yes"));
    assertTrue(executed.getFirst().err().contains("wrote more than"), executed.toString());
  }

  @Test
  void appliesTheMask() throws ShellSyntaxException, IOException {
    run("umask 077 ; echo a > f ; mkdir d ; sh -c 'echo > g'");
    assertEquals("rw-------", permissions("f"));
    assertEquals("rwx------", permissions("d"));
    assertEquals("rw-------", permissions("g"));
  }

  private String permissions(String file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(file)));
  }

  @Test
  void runsNothingAfterItWasStopped() throws ShellSyntaxException, IOException {
    processes.stop();
    run("true && echo a");
    assertEquals(1, executed.size());
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
  void showsWhatGoesNowhereElse() throws ShellSyntaxException, IOException {
    run("both");
    ExecutedCommand command = executed.getFirst();
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
    run("pushd ..");
    assertEquals(directory.resolve("a"), state.directory());
    run("popd");
    run("rm -r ../b");
    assertEquals(1, run("rm b"));
    assertEquals(0, run("rm -f b"));
  }

  @Test
  void expandsPatterns() throws ShellSyntaxException, IOException {
    run("echo > b.txt ; echo > a.txt ; echo > c.dat ; mkdir d ; echo > d/e.txt");
    assertEquals(directory + "/a.txt " + directory + "/b.txt\n", out("echo *.txt"));
    assertEquals(directory + "/b.txt\n", out("echo [b-z]*.txt"));
    assertEquals(directory + "/d/e.txt\n", out("echo ?/*"));
    assertEquals("*.txt ?.none {*}\n", out("echo '*.txt' ?.none {*}"));
  }

  @Test
  void readsWithoutWaitingForWhoHasMoreToSay() throws ShellSyntaxException, IOException {
    assertEquals("a\n", out("sh -c 'echo a; cat' < /dev/null | head -n 1"));
    assertEquals("1000\n", out("seq 1000 | cat | tail -n 1 | cat"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "diff x x~0~''",
        "diff x y~1~*** D/x|--- D/y|***************|*** 1 ****|! a b|--- 1 ----|! a  b|",
        "diff -u x y~1~--- D/x|+++ D/y|@@ -1 +1 @@|-a b|+a  b|",
        "diff -b x y~0~''",
        "diff -w x w~0~''",
        "diff -b x w~1~*** D/x|--- D/w|***************|*** 1 ****|! a b|--- 1 ----|! ab|",
        "diff -U0 long1 long2~1~--- D/long1|+++ D/long2|@@ -3 +3 @@|-2|+x|@@ -8,0 +9 @@|+y|",
        "diff -I a x y~0~''",
        "diff --strip-trailing-cr dos unix~0~''",
        "diff -r left right~1~Only in D/left: a|Only in D/right: b|",
        "cat x | diff x -~0~''",
        "diff empty x~1~*** D/empty|--- D/x|***************|*** 0 ****|--- 1 ----|+ a b|",
      })
  void compares(String line, int status, String expected) throws ShellSyntaxException, IOException {
    run("echo 'a b' > x ; echo 'a  b' > y ; echo ab > w ; echo -n > empty");
    run(
        "echo -e 'a\\r' > dos ; echo a > unix ; mkdir left right ; cat x > left/a ; cat x > right/b");
    run("seq 0 9 > long1 ; sh -c 'sed -e s/2/x/ -e s/7/7\\\\ny/ long1' > long2");
    assertEquals(status, run(line), executed.toString());
    assertEquals(
        expected, executed.getLast().out().replace(directory.toString(), "D").replace('\n', '|'));
  }

  @Test
  void saysWhatIsWrongWithFiles() throws ShellSyntaxException, IOException {
    assertEquals("[Errno 2] No such file or directory: 'none'", err("cat none"));
    assertEquals(
        "Error: 'diff' command failed, [Errno 2] No such file or directory: '"
            + directory
            + "/none'\n",
        err("diff none none"));
    assertEquals("'none': command not found", err("none"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "| a", "a |", "a &&", "a ;", "a >", "a & b", "'a", "\"a", "a\\", "12> x", "a | & b",
        "*'*'"
      })
  void refusesNonsense(String line) {
    assertThrows(ShellSyntaxException.class, () -> Script.parse(line));
  }
}
