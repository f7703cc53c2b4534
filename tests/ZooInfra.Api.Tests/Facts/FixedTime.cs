using NodaTime;

namespace ZooInfra.Api.Tests.Facts;

/// <summary>A clock that stands until a test sets it.</summary>
internal sealed class FixedTime(Instant now) : TimeProvider
{
    public Instant Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();
}
