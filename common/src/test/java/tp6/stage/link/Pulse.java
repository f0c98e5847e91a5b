package tp6.stage.link;

/**
 * What a process is doing at a moment.
 *
 * @param works whether one of its threads runs, or waits for a processor; otherwise all sleep
 * @param cpuMillis the processor time it has used so far, in milliseconds
 * @param turns another number whenever one of its threads has begun to run since
 */
public record Pulse(boolean works, long cpuMillis, long turns) {}
