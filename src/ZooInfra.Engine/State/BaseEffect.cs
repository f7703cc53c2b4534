namespace ZooInfra.Engine.State;

/// <summary>What a step does to resources of the snapshot the run started from, by index.</summary>
/// <param name="Retire">This one is no more, or another stands in its place.</param>
/// <param name="Condemn">This one was replaced and waits to be deleted.</param>
/// <param name="Pend">This one was deleted and waits to be made again.</param>
internal readonly record struct BaseEffect(int? Retire = null, int? Condemn = null, int? Pend = null);
