namespace ZooInfra.Contracts;

/// <summary>A part of YAML that contracts do not use; caught where the file is read.</summary>
internal sealed class RefusedYamlException(string message, Position position) : Exception(message)
{
    public Position Position { get; } = position;
}
