package org.qopt.parser.tflite;

import com.google.common.primitives.ImmutableIntArray;
import org.qopt.parser.model.NodeId;

/**
 * A node of the graph, decoded.
 *
 * @param id how diagnostics speak of it
 * @param code the builtin operator, a constant of {@code BuiltinOperator}
 * @param inputs the positions of the tensors that it takes; -1 for one that is absent
 * @param outputs the positions of the tensors that it makes
 * @param options what its options table holds
 */
record TfliteNode(
    NodeId id,
    int code,
    ImmutableIntArray inputs,
    ImmutableIntArray outputs,
    TfliteOptions options) {}
