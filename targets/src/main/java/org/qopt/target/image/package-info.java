/** Images and the windows that move over them, for the kernels of all targets. */
package org.qopt.target.image;
