using Microsoft.CodeAnalysis;

namespace ZooInfra.Generators;

internal static class PipelineExtensions
{
    /// <summary>Leaves out the nulls.</summary>
    public static IncrementalValuesProvider<T> WhereNotNull<T>(this IncrementalValuesProvider<T?> values)
        where T : class
        => values.Where(static value => value is not null)!;
}
