namespace ZooInfra;

/// <summary>A weekly time in which systems may be changed.</summary>
/// <param name="days">English weekday names or their three-letter forms, separated by commas, meant in <see cref="Zone"/>: <c>Mon, Wed</c>.</param>
/// <param name="hours">A half-open span of wall-clock time, <c>HH:MM-HH:MM</c>; an end that is not after the start lies on the next day.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class PatchWindowAttribute(string days, string hours) : Attribute
{
    /// <summary>The weekdays.</summary>
    public string Days { get; } = days;

    /// <summary>The span of wall-clock time.</summary>
    public string Hours { get; } = hours;

    /// <summary>The IANA zone of <see cref="Days"/> and <see cref="Hours"/>: <c>UTC</c>, <c>America/New_York</c>.</summary>
    public string? Zone { get; set; }

    /// <summary>The most downtime one window may cause (<c>10m</c>); the whole window when not given.</summary>
    public string? MaxDowntime { get; set; }
}
