package org.qopt.parser.tflite;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import org.qopt.dialect.nn.ModelMetadata;

/**
 * A model with one subgraph, decoded.
 *
 * @param bytes the size of the file, which bounds the memory that reading it may take
 * @param tensors the tensors that nodes refer to by position
 * @param nodes the nodes in order of execution
 * @param inputs the positions of the tensors that are given
 * @param outputs the positions of the tensors that are returned
 * @param metadata what the model says of itself
 */
record TfliteModel(
    long bytes,
    ImmutableList<TfliteTensor> tensors,
    ImmutableList<TfliteNode> nodes,
    ImmutableIntArray inputs,
    ImmutableIntArray outputs,
    ModelMetadata metadata) {}
