package org.qopt.parser.tflite;

import java.util.function.Consumer;

/** Turns a node of one kind into operations. */
@FunctionalInterface
interface TfliteOperator extends Consumer<NodeImport> {}
