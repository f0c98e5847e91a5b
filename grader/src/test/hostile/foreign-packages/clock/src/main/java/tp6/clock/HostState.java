package tp6.stage;

/** Is always well. */
record HostState() {}
