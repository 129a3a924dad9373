/**
 * The reader of TensorFlow Lite models. {@link org.qopt.parser.tflite.TfliteDecoder} turns the file
 * into records and is the only class that sees flatbuffers; {@link
 * org.qopt.parser.tflite.TfliteReader} turns the records into a program.
 */
package org.qopt.parser.tflite;
