package org.qopt.lit;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * An in-process command known by the name of its class: either a {@link Command} with a public
 * constructor without parameters, or a class that need not know of lit at all and has a method
 *
 * {@snippet :
 * public static int run(List<String> arguments, InputStream in, PrintStream out, PrintStream err,
 *     Path directory, Map<String, String> environment)
 * }
 *
 * <p>The class is loaded when the command is first called.
 */
public final class CommandClass implements Command {
  private static final int NOT_FOUND = 127;
  private static final MethodType RUN =
      MethodType.methodType(
          int.class,
          List.class,
          InputStream.class,
          PrintStream.class,
          PrintStream.class,
          Path.class,
          Map.class);

  private final String className;
  private final ClassPath classPath;
  private final Supplier<Command> command = Suppliers.memoize(this::load);

  CommandClass(String className, ClassPath classPath) {
    this.className = className;
    this.classPath = classPath;
  }

  @Override
  public int run(List<String> arguments, CommandIo io) throws IOException {
    return command.get().run(arguments, io);
  }

  /** {@return how the command is started as a process of its own} */
  public ImmutableList<String> processWords() {
    return ImmutableList.<String>builder()
        .add(Path.of(System.getProperty("java.home"), "bin", "java").toString())
        .addAll(IsolatedCommand.jvmFlags())
        .add("-cp", classPath.text(), IsolatedCommand.class.getName(), className)
        .build();
  }

  /** {@return the command; if the class is no such thing, one that says so and fails} */
  private Command load() {
    try {
      Class<?> type = Class.forName(className, true, classPath.loader());
      if (Command.class.isAssignableFrom(type)) {
        return (Command) type.getConstructor().newInstance();
      }
      MethodHandle run = MethodHandles.publicLookup().findStatic(type, "run", RUN);
      return (arguments, io) -> call(run, arguments, io);
    } catch (ReflectiveOperationException | LinkageError e) {
      // Only tests that use the command need it.
      return (_, io) -> {
        io.err().println("cannot load the command class " + className + ": " + e);
        return NOT_FOUND;
      };
    }
  }

  private static int call(MethodHandle run, List<String> arguments, CommandIo io)
      throws IOException {
    try {
      return (int)
          run.invokeExact(arguments, io.in(), io.out(), io.err(), io.directory(), io.environment());
    } catch (RuntimeException | Error | IOException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
