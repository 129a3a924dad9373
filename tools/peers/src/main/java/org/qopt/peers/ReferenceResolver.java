package org.qopt.peers;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.tensorflowlite.BuiltinOpResolver;
import org.bytedeco.tensorflowlite.global.tensorflowlite;

/**
 * TensorFlow Lite's table of reference kernels. The Java binding has only that of the optimized
 * ones, but the library exports the constructor of the other, which has the same interface.
 */
final class ReferenceResolver {
  private static final String CONSTRUCTOR = "_ZN6tflite3ops7builtin20BuiltinRefOpResolverC1Ev";

  /** Room for the C++ object, several times what it takes in the version that the build names. */
  private static final long OBJECT_BYTES = 4096;

  private static final Optional<Throwable> FAILURE;
  private static final BuiltinOpResolver INSTANCE;

  static {
    BuiltinOpResolver resolver = null;
    Throwable failure = null;
    try {
      resolver = construct();
    } catch (Throwable e) {
      failure = e;
    }
    INSTANCE = resolver;
    FAILURE = Optional.ofNullable(failure);
  }

  private ReferenceResolver() {}

  /** {@return why the library is not available on this machine, or nothing if it is} */
  static Optional<Throwable> failure() {
    return FAILURE;
  }

  /** {@return the table; it lives as long as the process} */
  static BuiltinOpResolver instance() {
    if (FAILURE.isPresent()) {
      throw new IllegalStateException("TensorFlow Lite is not available", FAILURE.get());
    }
    return INSTANCE;
  }

  @SuppressWarnings("restricted") // the module asks for native access
  private static BuiltinOpResolver construct() throws Throwable {
    String library = Loader.load(tensorflowlite.class);
    MemorySegment constructor =
        SymbolLookup.libraryLookup(library, Arena.global()).find(CONSTRUCTOR).orElseThrow();
    MemorySegment object = Arena.global().allocate(OBJECT_BYTES, 16);
    Linker.nativeLinker()
        .downcallHandle(constructor, FunctionDescriptor.ofVoid(ValueLayout.ADDRESS))
        .invoke(object);
    return new BuiltinOpResolver(new BytePointer(object.asByteBuffer()));
  }
}
