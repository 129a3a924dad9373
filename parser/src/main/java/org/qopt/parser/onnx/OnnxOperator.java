package org.qopt.parser.onnx;

import java.util.function.Consumer;

/** Turns a node of one kind into operations. */
@FunctionalInterface
interface OnnxOperator extends Consumer<OnnxNode> {}
