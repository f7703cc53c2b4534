namespace ZooInfra.Provider.Tests.Components;

/// <summary>Tests that run a program: its environment is that of the process, so they run one after the other.</summary>
[CollectionDefinition(Collection)]
public sealed class Programs
{
    public const string Collection = "Programs";
}
