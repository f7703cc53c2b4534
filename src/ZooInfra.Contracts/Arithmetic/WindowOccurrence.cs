namespace ZooInfra.Contracts;

/// <summary>One occurrence of a patch window, cut to a month: a half-open span of UTC ticks, and how much of it may be downtime.</summary>
internal readonly record struct WindowOccurrence(long Start, long End, long Downtime);
