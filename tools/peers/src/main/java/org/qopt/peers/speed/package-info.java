/** How fast programs run beside the runtimes that run their exported forms. */
package org.qopt.peers.speed;
