namespace ZooInfra.Engine.Monitor;

/// <summary>The run is over for the program: the user has been told why, the program need not say it again.</summary>
internal sealed class MonitorClosedException() : Exception("resource monitor shut down");
