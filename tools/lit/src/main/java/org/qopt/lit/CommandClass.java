package org.qopt.lit;

import java.io.InputStream;
import java.io.PrintStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Finds an in-process command by the name of its class: either a {@link Command} with a public
 * constructor without parameters, or a class that need not know of lit at all and has a method
 *
 * {@snippet :
 * public static int run(List<String> arguments, InputStream in, PrintStream out, PrintStream err,
 *     Path directory, Map<String, String> environment)
 * }
 */
final class CommandClass {
  private static final MethodType RUN =
      MethodType.methodType(
          int.class,
          List.class,
          InputStream.class,
          PrintStream.class,
          PrintStream.class,
          Path.class,
          Map.class);

  private CommandClass() {}

  /** {@return the command; if the class is no such thing, one that says so and fails} */
  static Command load(String className) {
    try {
      Class<?> type = Class.forName(className, true, loader());
      if (Command.class.isAssignableFrom(type)) {
        return (Command) type.getConstructor().newInstance();
      }
      MethodHandle run = MethodHandles.publicLookup().findStatic(type, "run", RUN);
      return (arguments, io) -> call(run, arguments, io);
    } catch (ReflectiveOperationException | LinkageError e) {
      // Only tests that use the command need it.
      return (_, io) -> {
        io.err().println("cannot load the command class " + className + ": " + e);
        return 127;
      };
    }
  }

  private static ClassLoader loader() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return context == null ? CommandClass.class.getClassLoader() : context;
  }

  private static int call(MethodHandle run, List<String> arguments, CommandIo io) {
    try {
      return (int)
          run.invokeExact(arguments, io.in(), io.out(), io.err(), io.directory(), io.environment());
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
