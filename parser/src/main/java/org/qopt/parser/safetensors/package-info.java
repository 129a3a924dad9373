/**
 * Named tensors in {@code .safetensors} files, mapped into memory: where large constants live
 * beside a {@code .qir}. A file is eight bytes with the little-endian length of a header, the
 * header in JSON, and the elements; the header gives each tensor its type, shape and place, and
 * every byte behind the header belongs to exactly one tensor. The format is that of Hugging Face's
 * library of the same name.
 */
package org.qopt.parser.safetensors;
