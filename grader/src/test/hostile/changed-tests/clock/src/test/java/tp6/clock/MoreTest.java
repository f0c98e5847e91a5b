package tp6.clock;

class MoreTest {}
