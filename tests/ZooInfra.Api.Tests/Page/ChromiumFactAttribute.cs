namespace ZooInfra.Api.Tests.Page;

/// <summary>A test in a real browser.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute()
    {
        if (!File.Exists(Chromium.Program))
        {
            Skip = $"skipped, because {Chromium.Program} is not there; install Debian's package chromium";
        }
    }
}
