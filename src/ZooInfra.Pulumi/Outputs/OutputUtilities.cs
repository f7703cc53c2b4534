using System.Collections.Immutable;

namespace Pulumi.Utilities;

/// <summary>Looks inside outputs; for tests and tools. Programs use <c>Apply</c>.</summary>
public static class OutputUtilities
{
    /// <summary>An unknown output that nevertheless carries a value.</summary>
    /// <param name="value">The value.</param>
    /// <typeparam name="T">Its type.</typeparam>
    public static Output<T> CreateUnknown<T>(T value) => Output<T>.From(new([], value, false, false));

    /// <summary>An unknown output that nevertheless carries the value of a task.</summary>
    /// <param name="valueFactory">Makes the value.</param>
    /// <typeparam name="T">Its type.</typeparam>
    public static Output<T> CreateUnknown<T>(Func<Task<T>> valueFactory)
    {
        ArgumentNullException.ThrowIfNull(valueFactory);
        return new(MakeAsync(valueFactory));

        static async Task<OutputData<T>> MakeAsync(Func<Task<T>> factory) => new([], await factory().ConfigureAwait(false), false, false);
    }

    /// <summary>The same output, which also depends on <paramref name="resource"/>.</summary>
    /// <param name="output">The output.</param>
    /// <param name="resource">The resource.</param>
    /// <typeparam name="T">The type of the value.</typeparam>
    public static Output<T> WithDependency<T>(Output<T> output, Resource resource)
    {
        ArgumentNullException.ThrowIfNull(output);
        return new(AddAsync(output.DataAsync, resource));

        static async Task<OutputData<T>> AddAsync(Task<OutputData<T>> source, Resource resource)
        {
            var data = await source.ConfigureAwait(false);
            return data with { Resources = data.Resources.Add(resource) };
        }
    }

    /// <summary>Whether the value is known.</summary>
    /// <param name="output">The output.</param>
    /// <typeparam name="T">The type of the value.</typeparam>
    public static async Task<bool> GetIsKnownAsync<T>(Output<T> output) => (await output.DataAsync.ConfigureAwait(false)).IsKnown;

    /// <summary>The value; the default value when unknown.</summary>
    /// <param name="output">The output.</param>
    /// <typeparam name="T">The type of the value.</typeparam>
    public static async Task<T> GetValueAsync<T>(Output<T> output) => (await output.DataAsync.ConfigureAwait(false)).Value;

    /// <summary>The resources that the value came from.</summary>
    /// <param name="output">The output.</param>
    /// <typeparam name="T">The type of the value.</typeparam>
    public static async Task<ImmutableHashSet<Resource>> GetDependenciesAsync<T>(Output<T> output) => (await output.DataAsync.ConfigureAwait(false)).Resources;
}
