using System.Collections.Concurrent;

namespace ZooInfra.Contracts;

/// <summary>Remembers the worst month of each set of windows: many clients share one. Safe for concurrent use.</summary>
public sealed class WorstMonthCache
{
    private readonly ConcurrentDictionary<EquatableArray<PatchWindow>, MonthOfDowntime> _months = new();

    /// <summary>The same as <see cref="DeclaredDowntime.WorstMonth(EquatableArray{PatchWindow})"/>.</summary>
    public MonthOfDowntime Of(EquatableArray<PatchWindow> windows) => _months.GetOrAdd(windows, DeclaredDowntime.WorstMonth);
}
