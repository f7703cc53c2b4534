using Pulumirpc;

namespace Pulumi;

/// <summary>How long the operations on a resource may take; the provider's choice where null.</summary>
public sealed class CustomTimeouts
{
    /// <summary>For making it.</summary>
    public TimeSpan? Create { get; set; }

    /// <summary>For changing it.</summary>
    public TimeSpan? Update { get; set; }

    /// <summary>For deleting it.</summary>
    public TimeSpan? Delete { get; set; }

    internal RegisterResourceRequest.Types.CustomTimeouts ToRequest() => new() { Create = Text(Create), Update = Text(Update), Delete = Text(Delete) };

    // A tick is 100 ns; the engine reads durations in Go's syntax (protocol facts, section 2.1.2).
    private static string Text(TimeSpan? time) => time is { } span ? FormattableString.Invariant($"{span.Ticks}00ns") : "";
}
