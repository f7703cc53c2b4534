namespace ZooInfra.Engine.State;

/// <summary>A provider call that began and of which nobody knows how it ended.</summary>
/// <param name="Type"><c>creating</c>, <c>updating</c>, <c>deleting</c> (protocol facts, section 6.4).</param>
/// <param name="Resource">The resource as it was to be.</param>
internal sealed record PendingOperation(string Type, ResourceState Resource)
{
    public const string Creating = "creating";
    public const string Deleting = "deleting";
}
