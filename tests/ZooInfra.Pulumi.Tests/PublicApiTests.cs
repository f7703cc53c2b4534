using Pulumi;

namespace ZooInfra.Pulumi.Tests;

public class PublicApiTests
{
    /// <summary>
    /// The file is reviewed against section 8 of the protocol facts: what is not there must not appear here either, or programs would compile against
    /// the built-in implementation only.
    /// </summary>
    [Fact]
    public void The_public_api_is_that_of_the_programming_model() => Snapshot.Matches("", "PublicApi", PublicApi.Of(typeof(Deployment).Assembly));
}
